package org.rollcall.plan;

import java.util.List;
import java.util.regex.Pattern;

/// A sentence without what differs from one member to the next: quoted values, addresses, numbers
/// and ids. Sentences with one gist say one thing of several members. Short numbers stay, since
/// they tell kinds apart: `409`, `page 2`.
public final class Gist {
  private static final String LEFT_OUT = "…";

  /// In this order: what stands in quotes may hold any of the others.
  private static final List<Pattern> DIFFERING =
      List.of(
          Pattern.compile("'[^']*'|“[^”]*”|\"[^\"]*\""),
          Pattern.compile("[^\\s@<>()',;:]+@[^\\s@<>()',;:]+[^\\s@<>()',;:.]"),
          Pattern.compile(
              "(?<![\\p{L}\\p{N}_+])(?=(?:[\\p{L}_.+:-]*\\p{N}){2})[\\p{L}\\p{N}+][\\p{L}\\p{N}_.:+-]{2,}[\\p{L}\\p{N}]"));

  private static final Pattern ANY =
      Pattern.compile(String.join("|", DIFFERING.stream().map(Pattern::pattern).toList()));

  private static final Pattern SEVERAL = Pattern.compile("…(, …)+( and [\\d,]+ more)?");

  private Gist() {}

  /// `Contact 6745ab was changed since.` → `Contact … was changed since.`
  public static String of(String sentence) {
    var gist = sentence;
    for (var pattern : DIFFERING) {
      gist = pattern.matcher(gist).replaceAll(LEFT_OUT);
    }
    return SEVERAL.matcher(gist).replaceAll(LEFT_OUT);
  }

  /// What [#of] leaves out of a sentence, in its order.
  public static List<String> left(String sentence) {
    return ANY.matcher(sentence).results().map(found -> found.group()).toList();
  }
}
