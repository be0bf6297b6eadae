package org.rollcall.plan;

/// A deed as a run wrote it down.
///
/// @param landing what is known of whether it was done
public record DeedRecord(PastDeed deed, Landing landing) {
  /// A deed that is about to be done.
  public static DeedRecord ahead(PastDeed deed) {
    return new DeedRecord(deed, Landing.UNKNOWN);
  }

  /// Whether a deed was done.
  public enum Landing {
    /// Intercom said so.
    LANDED,
    /// Intercom said that it was not.
    REFUSED,
    /// Intercom never said: the answer was lost, or the run broke off.
    UNKNOWN
  }
}
