package org.rollcall.model;

import java.util.regex.Pattern;

/// What dashboards, examples and templates leave to be filled in, such as `[YOUR-PASSWORD]`,
/// `<host>`, `your-service-role-key` and `${TOKEN}`.
public final class Placeholder {
  /// In brackets, or the reference to a variable that nobody has filled in.
  private static final String MARKED =
      "<[a-z][^<>]*>"
          + "|\\[(?:your|my|project|ref|password|host|user|token|key|secret)[^\\]]*\\]"
          + "|\\$\\{[^}]*\\}|\\$\\([^)]*\\)|\\{\\{[^}]*\\}\\}|%[a-z_]{3,}%";

  /// Words of an example. A real key has digits, and is not made of words.
  private static final String WORDS =
      "(?:sb_secret_)?(?:your|my|the|insert|paste|enter|put|replace|add)[-_ .]+[a-z][-_ .a-z]*"
          + "|change[-_ ]?me|to[-_ ]?do|placeholder|x{3,}|\\*{3,}"
          + "|\\$[a-z_][a-z_0-9]*"
          + "|(?:supabase[-_ ])?service[-_ ]role(?:[-_ ]key)?|(?:intercom[-_ ])?access[-_ ]token"
          + "|.*(?:\\.\\.\\.|…)";

  /// A person may choose these words for a password, except those that speak to the reader.
  private static final Pattern PASSWORD =
      Pattern.compile(MARKED + "|your[-_ ][-_ a-z]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern WITHIN = Pattern.compile(MARKED, Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLE =
      Pattern.compile(MARKED + "|" + WORDS, Pattern.CASE_INSENSITIVE);

  /// The host of an example: no project has words for its reference.
  private static final Pattern HOST =
      Pattern.compile(
          "(?:https?://)?(?:db\\.)?(?:(?:your|my)[-_][-_a-z]*|project[-_]?(?:ref|id)|x{3,}|xyzcompany)"
              + "\\.(?:supabase|example)\\..*",
          Pattern.CASE_INSENSITIVE);

  private Placeholder() {}

  /// Whether a key or a token is nothing but a placeholder. One that has a placeholder within it is
  /// taken as meant.
  public static boolean isKey(String key) {
    return WHOLE.matcher(key.strip()).matches();
  }

  /// The same of a password, which may look like much.
  public static boolean isPassword(String password) {
    return PASSWORD.matcher(password).matches();
  }

  /// Whether an address, or a part of it, has a placeholder anywhere in it.
  public static boolean isIn(String address) {
    return WITHIN.matcher(address).find() || HOST.matcher(address).matches();
  }
}
