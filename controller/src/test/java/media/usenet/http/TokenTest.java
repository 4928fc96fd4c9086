package media.usenet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class TokenTest {

    @TempDir
    private Path folder;

    @Test
    void a_token_is_made_once_and_read_by_its_owner_alone() throws Exception {
        var file = folder.resolve("run/token");
        Token.at(file);
        var made = Files.readString(file).strip();
        assertThat(made).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Token.at(file).matches(made)).isTrue();
        assertThat(Files.readString(file).strip()).isEqualTo(made);
    }

    @Test
    void nothing_else_matches() throws Exception {
        var file = folder.resolve("token");
        var token = Token.at(file);
        var made = Files.readString(file).strip();
        assertThat(token.matches("")).isFalse();
        assertThat(token.matches(made.substring(1))).isFalse();
        assertThat(token.matches(made + "0")).isFalse();
        assertThat(token).hasToString("***");
    }

    @Test
    void an_empty_token_file_lets_nobody_in_and_is_filled() throws Exception {
        var file = Files.writeString(folder.resolve("token"), "\n");
        assertThat(Token.at(file).matches("")).isFalse();
        assertThat(Files.readString(file).strip()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_token_that_others_could_read_becomes_its_owners_alone() throws Exception {
        var file = Files.writeString(folder.resolve("token"), "secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Token.at(file).matches("secret")).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_tells_no_secret_is_open_and_only_that() throws Exception {
        for (var path : new String[] {"/health/live", "/health/ready", "/openapi.json"}) {
            assertThat(answer(path, "", "").getStatus()).isEqualTo(200);
        }
        for (var path :
                new String[] {"/v1/version", "/metrics", "/health/detailed", "/health/live/", "/health/live;x"}) {
            assertThat(answer(path, "", "").getStatus()).as(path).isEqualTo(401);
        }
    }

    @Test
    void the_token_is_taken_from_either_header() throws Exception {
        Token.at(folder.resolve("token"));
        var token = Files.readString(folder.resolve("token")).strip();
        assertThat(answer("/metrics", "Authorization", "Bearer " + token).getStatus())
                .isEqualTo(200);
        assertThat(answer("/metrics", "Authorization", "bearer " + token).getStatus())
                .isEqualTo(200);
        assertThat(answer("/metrics", "X-API-Key", token).getStatus()).isEqualTo(200);
        assertThat(answer("/metrics", "Authorization", "Basic " + token).getStatus())
                .isEqualTo(401);
    }

    @Test
    void a_refusal_says_what_to_do_and_repeats_no_token() throws Exception {
        assertThat(answer("/metrics", "", "").getContentAsString())
                .contains("UNAUTHORIZED", "carries no token", "Authorization: Bearer");
        var wrong = answer("/metrics", "X-API-Key", "guessed");
        assertThat(wrong.getContentAsString()).contains("wrong token").doesNotContain("guessed");
        assertThat(wrong.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.getContentType()).isEqualTo("application/problem+json");
    }

    private MockHttpServletResponse answer(String path, String header, String value) throws Exception {
        var filter = new TokenFilter(Token.at(folder.resolve("token")), "1.0", JsonMapper.shared());
        var request = new MockHttpServletRequest("GET", path);
        if (!header.isEmpty()) {
            request.addHeader(header, value);
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
