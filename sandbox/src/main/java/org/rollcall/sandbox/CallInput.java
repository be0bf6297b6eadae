package org.rollcall.sandbox;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// What a request contains besides its path.
///
/// @param version the API version it asks for
/// @param body its JSON; an empty object if it has none
/// @param now when it arrived
record CallInput(ApiVersion version, ObjectNode body, Instant now) {}
