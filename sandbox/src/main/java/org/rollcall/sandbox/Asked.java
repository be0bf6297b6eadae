package org.rollcall.sandbox;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// What a request brings along besides its path.
///
/// @param version the API version it wants to be answered in
/// @param body its JSON; an empty object for none
/// @param now when it came
record Asked(ApiVersion version, ObjectNode body, Instant now) {}
