package org.rollcall.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.rollcall.model.SyncName;

/// Where the page of a run can be seen by those who are told of it.
///
/// @param text an address, in which `{sync}` and `{run}` stand for the name of the sync and the id
///   of the run
public record ReportUrl(String text) {
  private static final String SYNC = "{sync}";
  private static final String RUN = "{run}";

  /// The address of the page of one run. Names and ids need no escapes in an address.
  public String of(SyncName sync, String run) {
    return text.replace(SYNC, sync.value()).replace(RUN, run);
  }

  /// Reads an address; empty where `text` is none that a browser opens.
  static Optional<ReportUrl> parse(String text) {
    try {
      var example = new URI(text.replace(SYNC, "sync").replace(RUN, "run"));
      var scheme = String.valueOf(example.getScheme());
      return (scheme.equals("https") || scheme.equals("http")) && example.getHost() != null
          ? Optional.of(new ReportUrl(text))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
