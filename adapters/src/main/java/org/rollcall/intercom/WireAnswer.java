package org.rollcall.intercom;

/// What came back over the wire, or did not.
public sealed interface WireAnswer {
  /// A whole answer, whatever it says.
  record Whole(int status, Headers headers, String body) implements WireAnswer {
    /// Leaves out headers and body: they hold people's data.
    @Override
    public String toString() {
      return "Whole[status=" + status + "]";
    }
  }

  /// The call never left: nothing has happened on the other side.
  ///
  /// @param why the part of a sentence that follows "because"
  record NeverSent(String why) implements WireAnswer {}

  /// The call left and no whole answer came back: it may have been carried out.
  ///
  /// @param why the part of a sentence that follows "because"
  record CutOff(String why) implements WireAnswer {}
}
