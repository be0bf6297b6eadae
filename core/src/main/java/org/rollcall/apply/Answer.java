package org.rollcall.apply;

import java.util.Optional;

/// A reply and what came with it.
///
/// @param reply what Intercom answered
/// @param requestId Intercom's id of the request, for its support; `""` where there was none
/// @param quota what the headers said of the rate limit; empty where they said nothing
public record Answer(Reply reply, String requestId, Optional<Quota> quota) {
  /// A reply that came with nothing.
  public static Answer of(Reply reply) {
    return new Answer(reply, "", Optional.empty());
  }
}
