package org.rollcall.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.PrintableText;
import org.rollcall.model.Workspace;

/// The workspace that the token opens, as the settings name it.
///
/// @param id of letters, digits, hyphens and underscores
/// @param name in one line
record FoundWorkspace(String id, String name) {
  private static final Pattern LINE = Pattern.compile("(?m)^ {2}workspace: +#.*$");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

  /// The workspace; empty where its id could not stand in the settings as it is.
  static Optional<FoundWorkspace> of(Workspace workspace) {
    return Optional.of(workspace)
        .filter(each -> ID.matcher(each.id()).matches())
        .map(each -> new FoundWorkspace(each.id(), PrintableText.of(each.name())));
  }

  /// The settings with the id in them.
  String in(String template) {
    var line = "  %-44s# %s: the only one that may be written".formatted("workspace: " + id, name);
    return LINE.matcher(template).replaceFirst(Matcher.quoteReplacement(line));
  }
}
