package media.usenet.transcode;

import media.usenet.request.Kind;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// Makes known to the queue how jobs of each kind are done.
final class MediaWorks implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Kind.all()
                .forEach(kind -> registry.registerBean(
                        "work." + kind.type(),
                        MediaWork.class,
                        bean -> bean.supplier(context -> new MediaWork(kind, context.bean(Workshop.class)))));
    }
}
