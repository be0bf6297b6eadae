package org.rollcall.run;

import java.util.Optional;

/// What became of one message about a run.
///
/// @param to who it was for, in words that hold no secret: `Slack at hooks.slack.com`
/// @param trouble why it did not arrive, without a full stop; empty when it did
public record Delivery(String to, Optional<String> trouble) {}
