package org.rollcall.intercom;

/// The result of one call on the wire.
public sealed interface WireAnswer {
  /// A whole answer, whatever its status.
  record Whole(int status, Headers headers, String body) implements WireAnswer {
    /// Leaves out headers and body, because they contain people's data.
    @Override
    public String toString() {
      return "Whole[status=" + status + "]";
    }
  }

  /// The call was never sent, so Intercom has not carried it out.
  ///
  /// @param why the part of a sentence that follows "because"
  record NeverSent(String why) implements WireAnswer {}

  /// The call was never sent, and no other will be: the address leads nowhere that a token may be
  /// sent to.
  ///
  /// @param sentences what failed and what to do
  record DeadEnd(String sentences) implements WireAnswer {}

  /// The call was sent, but no whole answer came back. Intercom may have carried it out.
  ///
  /// @param why the part of a sentence that follows "because"
  record CutOff(String why) implements WireAnswer {}
}
