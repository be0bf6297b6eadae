package org.rollcall.plan;

import org.rollcall.model.FieldName;

/// One field that has to change.
///
/// @param field which
/// @param before what Intercom holds, as a person reads it; `""` for nothing
/// @param after what it shall hold; `""` for nothing
public record Difference(FieldName field, String before, String after) {}
