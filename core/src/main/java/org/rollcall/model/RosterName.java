package org.rollcall.model;

/// Which roster it is: the database, the schema and the table, without anybody's secret. Two runs
/// that read one roster have the same.
///
/// @param value such as `https://ref.supabase.co public.members`
public record RosterName(String value) {
  @Override
  public String toString() {
    return value;
  }
}
