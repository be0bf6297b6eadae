package org.rollcall.model;

/// Identifies a roster by its database, schema and table, without secrets. Two runs that read the
/// same roster have the same name.
///
/// @param value such as `https://ref.supabase.co public.members`
public record RosterName(String value) {
  @Override
  public String toString() {
    return value;
  }
}
