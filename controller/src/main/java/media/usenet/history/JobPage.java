package media.usenet.history;

import java.util.List;
import java.util.Map;
import media.usenet.job.Job;

/// Some of the jobs that match a filter.
///
/// @param total how many match
/// @param page from 1
/// @param counts how many there are in each state that match all of the filter but its states
public record JobPage(List<Job> jobs, int total, int page, int size, int pages, Map<String, Integer> counts) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
