package org.rollcall.app;

import org.rollcall.model.MemberId;

/// A member whom somebody looked for.
///
/// @param name as their contact is called; `""` for none
/// @param email their contact's; `""` for none
public record FoundMember(MemberId id, String name, String email) {}
