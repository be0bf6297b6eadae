package org.rollcall.draft;

import java.util.Optional;

/// A code that members have.
///
/// @param members how many have it
/// @param saying what contacts of members with exactly this code hold; empty where none holds
///   anything
public record CodeUse(String code, int members, Optional<Saying> saying) {}
