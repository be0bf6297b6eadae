package org.rollcall.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rollcall.model.Wording;

/// The codes of a vocabulary as lines of a settings file, each commented out: nothing is named
/// until a person takes the mark away.
///
/// A column of codes holds words that many share. What looks like a person's own is left out: an
/// address, a long text, and, where there are more values than any list of codes has, what hardly
/// anybody shares.
///
/// @param uses the codes, those of most members first
/// @param asked whether contacts could be asked what they hold
record VocabularyLines(List<CodeUse> uses, boolean asked) {
  private static final int LONGEST = 100;

  /// More different values than this are hardly codes.
  private static final int MOST = 200;

  /// Where there are so many, a value is listed that at least so many members share.
  private static final int SHARED = 3;

  /// A name that fewer contacts than this agree on may be a person's own.
  private static final int AGREEING = 2;

  private static final Pattern OWN = Pattern.compile(".*(@|\\d{5}|\\$\\{).*", Pattern.DOTALL);
  private static final String INDENT = "    # ";
  private static final int WIDTH = 90;

  private static final String NAMED =
      "Take the # away from a code to give it the name behind it. Each name was found in Intercom, for members with exactly that code; correct it where it is not right.";
  private static final String UNNAMED =
      "Take the # away from a code and write its name behind it. Intercom was not asked for names.";

  /// What a person has to be told of them.
  String told() {
    long named = listed().stream().filter(VocabularyLines::isProposed).count();
    var left = left() == 0 ? "" : " (%,d not listed)".formatted(left());
    return "%s%s, %s"
        .formatted(
            Wording.count(uses.size(), "code"),
            left,
            asked ? "names proposed for " + named : "no name proposed");
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    if (uses.isEmpty()) {
      lines.add(INDENT + "No eligible member has a code.");
      return lines;
    }
    say(asked ? NAMED : UNNAMED, lines);
    if (left() > 0) {
      say(
          "%,d more values are not listed: they are too many, too long, or look like something of one person."
              .formatted(left()),
          lines);
    }
    listed().forEach(each -> lines.add(line(each)));
    return lines;
  }

  private static void say(String sentence, List<String> lines) {
    Wrap.at(WIDTH, sentence).forEach(each -> lines.add(INDENT + each));
  }

  private int left() {
    return uses.size() - listed().size();
  }

  private List<CodeUse> listed() {
    boolean many = uses.size() > MOST;
    return uses.stream()
        .filter(each -> each.code().length() <= LONGEST && !OWN.matcher(each.code()).matches())
        .filter(each -> !many || each.members() >= SHARED)
        .limit(MOST)
        .toList();
  }

  private String line(CodeUse use) {
    var members = Wording.count(use.members(), "member");
    var saying = use.saying();
    if (saying.isEmpty()) {
      return told(YamlWords.key(use.code()), members + (asked ? "; no contact tells" : ""));
    }
    var said = saying.get();
    if (isProposed(use)) {
      return told(
          YamlWords.entry(use.code(), said.name()),
          "%s; %d %% of %s say so"
              .formatted(members, said.percent(), Wording.count(said.contacts(), "contact")));
    }
    var why =
        said.name().equals(use.code()) && said.isOfMost()
            ? "Intercom holds the code itself"
            : "contacts do not agree";
    return told(YamlWords.key(use.code()), members + "; " + why);
  }

  private static boolean isProposed(CodeUse use) {
    return use.saying()
        .filter(Saying::isOfMost)
        .filter(said -> said.agreeing() >= AGREEING || use.members() == 1)
        .filter(said -> said.name().length() <= LONGEST && !OWN.matcher(said.name()).matches())
        .filter(said -> !said.name().equals(use.code()))
        .isPresent();
  }

  private static String told(String entry, String note) {
    return SettingsLines.beside(INDENT + entry, "# " + note);
  }
}
