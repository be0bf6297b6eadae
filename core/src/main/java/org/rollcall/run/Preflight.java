package org.rollcall.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.FieldName;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Workspace;

/// What is made sure of before anything is written: the token is good, it opens the right
/// workspace, and that workspace can take the mapping.
public final class Preflight {
  private final Optional<String> workspace;
  private final AttributeCheck attributes;
  private final Admission admitted;

  /// What follows once the workspace is known to be the right one.
  @FunctionalInterface
  public interface Admission {
    /// May refuse the workspace by [RunStopped].
    void admit(Workspace workspace) throws InterruptedException;
  }

  /// @param workspace the only workspace to write to, by its `id_code`; empty for whichever the
  ///   token opens
  /// @param mapped every mapped field and what its mapping yields
  public Preflight(Optional<String> workspace, Map<FieldName, ValueKind> mapped) {
    this(workspace, mapped, _ -> {});
  }

  /// @param admitted told the workspace once it is the right one, before anything of it is read;
  ///   may refuse it by [RunStopped]
  public Preflight(
      Optional<String> workspace, Map<FieldName, ValueKind> mapped, Admission admitted) {
    this.admitted = admitted;
    this.workspace = workspace;
    this.attributes = new AttributeCheck(mapped);
  }

  /// Reads what there is to know; returns when all is well.
  ///
  /// @throws RunStopped as refused when it is not, with everything that is wrong and what to do; as
  ///   failed when Intercom cannot be asked
  public void check(Directory directory) throws InterruptedException {
    var account = directory.account();
    workspace.ifPresent(expected -> checkWorkspace(expected, account));
    admitted.admit(account);
    var problems = attributes.problems(directory.attributes());
    if (!problems.isEmpty()) {
      throw refused(sentence(account, problems));
    }
  }

  private static void checkWorkspace(String expected, Workspace account) {
    if (!expected.equals(account.workspace())) {
      throw refused(
          "The access token opens %s, but the settings allow no workspace but %s. Nothing was written. Check INTERCOM_ACCESS_TOKEN, or intercom.workspace in the settings."
              .formatted(named(account), expected));
    }
  }

  private static String sentence(Workspace account, List<String> problems) {
    return "%s cannot take the contacts as they are mapped. Nothing was written.\n- %s"
        .formatted(
            capitalised(named(account)),
            String.join("\n- ", problems.stream().map("Custom attribute "::concat).toList()));
  }

  private static String named(Workspace account) {
    var id = account.workspace().isEmpty() ? "of unknown id" : account.workspace();
    return account.name().isEmpty()
        ? "workspace " + id
        : "workspace %s (%s)".formatted(id, account.name());
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static RunStopped refused(String sentence) {
    return new RunStopped(RunStopped.Kind.REFUSED, sentence);
  }
}
