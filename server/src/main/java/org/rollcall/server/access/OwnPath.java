package org.rollcall.server.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A path of this service, to which a browser may be sent.
///
/// @param text with its query
record OwnPath(String text) {
  static final OwnPath START = new OwnPath("/");
  private static final int LONGEST = 2_000;

  /// No second slash or backslash, by which another host would follow, and nothing that a browser
  /// leaves out before it looks for them.
  private static final Pattern FORM = Pattern.compile("/(?!/)[!-~&&[^\\\\]]*");

  private static final Pattern ABOUT_LOGINS = Pattern.compile("/log(in|out)([/?#].*)?");

  /// The path that somebody sent; [#START] for anything that is none, and for the login itself.
  static OwnPath of(@Nullable String text) {
    return text != null
            && text.length() <= LONGEST
            && FORM.matcher(text).matches()
            && !ABOUT_LOGINS.matcher(text).matches()
        ? new OwnPath(text)
        : START;
  }
}
