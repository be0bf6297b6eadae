package org.rollcall.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a settings file as they are changed. Each key in a line of its own, as the built-in
/// settings have them, is known by its path, such as `roster.join.region`. Not for use by several
/// threads at once.
final class SettingsLines {
  private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z_]+):(?: .*)?$");

  /// Where notes beside a line begin, if the line is not longer.
  private static final int NOTES = 46;

  private final List<String> lines;
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  /// The lines of a key and of all that is below it, both inclusive, counted from 0.
  private record Block(int first, int last) {}

  SettingsLines(String text) {
    lines = new ArrayList<>(text.lines().toList());
    index();
  }

  /// The file.
  String text() {
    return String.join("\n", lines) + "\n";
  }

  boolean has(String path) {
    return blocks.containsKey(path);
  }

  /// The paths directly below a key.
  List<String> below(String path) {
    return blocks.keySet().stream()
        .filter(each -> each.startsWith(path + "."))
        .filter(each -> each.indexOf('.', path.length() + 1) < 0)
        .toList();
  }

  /// The longest of `paths` whose lines hold line `number`, counted from 1.
  Optional<String> at(int number, List<String> paths) {
    return paths.stream()
        .filter(path -> holds(path, number - 1))
        .reduce((one, two) -> one.length() >= two.length() ? one : two);
  }

  private boolean holds(String path, int line) {
    var block = blocks.get(path);
    return block != null && block.first <= line && line <= block.last;
  }

  /// Comments a key out with all that is below it, and says why in front of it.
  void commentOut(String path, String why) {
    var block = blocks.get(path);
    if (block == null) {
      return;
    }
    int indent = indent(lines.get(block.first));
    for (int line = block.first; line <= block.last; line++) {
      lines.set(line, commented(lines.get(line), indent));
    }
    insert(block.first, comment(indent, why));
  }

  /// Says something in front of a key.
  void note(String path, List<String> sentences) {
    var block = blocks.get(path);
    if (block != null) {
      int indent = indent(lines.get(block.first));
      insert(
          block.first, sentences.stream().flatMap(each -> comment(indent, each).stream()).toList());
    }
  }

  /// Puts lines, as they are, behind a key and all that is below it.
  void append(String path, List<String> more) {
    var block = blocks.get(path);
    if (block != null) {
      insert(block.last + 1, more);
    }
  }

  /// Gives a key of one line another value.
  void set(String path, String value) {
    var block = blocks.get(path);
    if (block != null) {
      var line = lines.get(block.first);
      var key = line.substring(0, line.indexOf(':') + 1);
      int note = line.indexOf(" #");
      lines.set(
          block.first,
          note < 0 ? key + " " + value : beside(key + " " + value, line.substring(note + 1)));
    }
  }

  /// Says something beside a key of one line.
  void noteBeside(String path, String words) {
    var block = blocks.get(path);
    if (block != null) {
      var line = lines.get(block.first);
      int note = line.indexOf(" #");
      lines.set(block.first, beside(note < 0 ? line : line.substring(0, note), "# " + words));
    }
  }

  /// Two parts of a line, the second where such parts begin.
  static String beside(String line, String note) {
    var left = line.stripTrailing();
    return left + " ".repeat(Math.max(1, NOTES - left.length())) + note;
  }

  private void insert(int at, List<String> more) {
    lines.addAll(at, more);
    index();
  }

  private static String commented(String line, int indent) {
    return line.isBlank() ? line : line.substring(0, indent) + "# " + line.substring(indent);
  }

  private static List<String> comment(int indent, String sentence) {
    return Wrap.at(96 - indent, sentence).stream()
        .map(each -> " ".repeat(indent) + "# " + each)
        .toList();
  }

  private void index() {
    blocks.clear();
    var open = new ArrayDeque<String>();
    var indents = new ArrayDeque<Integer>();
    for (int line = 0; line < lines.size(); line++) {
      var text = lines.get(line);
      if (text.isBlank() || text.stripLeading().startsWith("#")) {
        continue;
      }
      int indent = indent(text);
      while (!indents.isEmpty() && indents.peek() >= indent) {
        indents.pop();
        open.pop();
      }
      var name = name(text, line);
      if (name.isPresent()) {
        open.push(open.isEmpty() ? name.get() : open.peek() + "." + name.get());
        indents.push(indent);
        blocks.put(open.peek(), new Block(line, line));
      }
      for (var path : open) {
        blocks.computeIfPresent(path, grown(line));
      }
    }
  }

  /// The name of a key, or a name for an item of a list.
  private static Optional<String> name(String text, int line) {
    var key = KEY.matcher(text);
    return text.stripLeading().startsWith("- ")
        ? Optional.of("-" + line)
        : Optional.of(key).filter(Matcher::matches).map(found -> found.group(2));
  }

  private static BiFunction<String, Block, Block> grown(int line) {
    return (_, block) -> new Block(block.first, line);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
