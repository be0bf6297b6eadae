package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.draft.NamedCode;
import org.rollcall.model.PrintableText;

/// The codes of a roster, a line each: the code, its name, and how many members have it.
record CodeTable(List<NamedCode> codes) {
  private static final int MOST = 40;
  private static final int WIDEST = 40;

  List<StyledLine> lines() {
    var lines = new ArrayList<StyledLine>();
    var shown = codes.stream().limit(MOST).toList();
    int code = width(shown.stream().map(each -> shown(each.use().code())).toList());
    int name = width(shown.stream().map(CodeTable::named).toList());
    var vocabulary = "";
    for (var each : shown) {
      if (!each.vocabulary().equals(vocabulary)) {
        vocabulary = each.vocabulary();
        lines.add(StyledLine.EMPTY);
        lines.add(StyledLine.EMPTY.bold("Codes of " + PrintableText.of(vocabulary)));
      }
      lines.add(
          StyledLine.of(
              "  %s  %s  %s"
                  .formatted(
                      Words.padded(shown(each.use().code()), code),
                      Words.padded(named(each), name),
                      Words.count(each.use().members(), "member"))));
    }
    if (codes.size() > MOST) {
      lines.add(
          StyledLine.of(
              "  … and %s. --json has them all."
                  .formatted(Words.count(codes.size() - MOST, "more code"))));
    }
    return lines;
  }

  private static String named(NamedCode code) {
    return code.name().map(CodeTable::shown).orElse("(no name)");
  }

  private static String shown(String text) {
    var printable = PrintableText.of(text);
    return printable.codePointCount(0, printable.length()) <= WIDEST
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
