package org.rollcall.apply;

import java.time.Duration;

/// What an answer's headers say of the rate limit.
///
/// @param limit calls allowed in a window
/// @param remaining calls left in the present window
/// @param reset time until the next window, by Intercom's own clock; between zero and eleven
///   seconds
public record Quota(int limit, int remaining, Duration reset) {}
