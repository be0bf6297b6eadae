package org.rollcall.run;

import java.util.List;
import java.util.Map;
import org.rollcall.model.FieldName;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Workspace;

/// What is made sure of before anything is planned: the token is good, it opens the right
/// workspace, and that workspace can take the mapping.
public final class Preflight {
  private final RosterName roster;
  private final WorkspaceRule rule;
  private final AttributeCheck attributes;

  /// @param roster the roster that is going to be read
  /// @param rule which workspace may be written to
  /// @param mapped every mapped field and what its mapping yields
  public Preflight(RosterName roster, WorkspaceRule rule, Map<FieldName, ValueKind> mapped) {
    this.roster = roster;
    this.rule = rule;
    this.attributes = new AttributeCheck(mapped);
  }

  /// Asks which workspace the token opens.
  ///
  /// @return what the run is about
  /// @throws RunStopped as refused when it is the wrong workspace; as failed when Intercom cannot
  ///   be asked
  public Target target(Directory directory) throws InterruptedException {
    var workspace = directory.workspace();
    rule.objection(workspace)
        .ifPresent(sentence -> {
          throw refused(sentence);
        });
    return new Target(roster, workspace);
  }

  /// Makes sure that the workspace can take the contacts as they are mapped.
  ///
  /// @return how the workspace defines its attributes
  /// @throws RunStopped as refused when it cannot, with everything that is wrong and what to do; as
  ///   failed when Intercom cannot be asked
  public AttributeShapes check(Target target, Directory directory) throws InterruptedException {
    var defined = directory.attributes();
    var problems = attributes.problems(defined);
    if (!problems.isEmpty()) {
      throw refused(sentence(target.workspace(), problems));
    }
    return AttributeShapes.of(defined);
  }

  private static String sentence(Workspace workspace, List<String> problems) {
    return "%s cannot take the contacts as they are mapped. Nothing was written. %s"
        .formatted(
            capitalised(workspace.toString()),
            String.join(" ", problems.stream().map("Custom attribute "::concat).toList()));
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static RunStopped refused(String sentence) {
    return new RunStopped(RunStopped.Kind.REFUSED, sentence);
  }
}
