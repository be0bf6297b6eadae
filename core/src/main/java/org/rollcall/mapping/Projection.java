package org.rollcall.mapping;

import dev.cel.runtime.CelVariableResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.settings.Expression;
import org.rollcall.settings.Mapping;
import org.rollcall.settings.Problem;
import org.rollcall.settings.SettingsException;

/// Computes the contact that a member should have, with the expressions of the settings. The result
/// depends only on the roster's row and the date. Thread-safe.
public final class Projection {
  private final Table members;
  private final Formulas formulas;
  private final SortedMap<FieldName, Expression> expressions;

  Projection(Table members, Formulas formulas, SortedMap<FieldName, Expression> expressions) {
    this.members = members;
    this.formulas = formulas;
    this.expressions = expressions;
  }

  /// The projection of these settings, with all expressions checked.
  ///
  /// @throws SettingsException with all mistakes in them
  public static Projection of(Mapping mapping) {
    var problems = new ArrayList<Problem>();
    return new ProjectionBuilder(mapping, problems)
        .projection()
        .orElseThrow(() -> new SettingsException(problems));
  }

  /// Computes the contact for `member`. It never throws because of the roster's values: a field
  /// that cannot be mapped is left alone with a warning, and a member without an external id or an
  /// e-mail is skipped with a reason.
  ///
  /// @param today the date that decides which rows are current
  public Projected project(Member member, LocalDate today) {
    var unknown = new LinkedHashSet<UnknownCode>();
    return UnknownCodes.collect(unknown, () -> project(member, variables(member, today), unknown));
  }

  private CelVariableResolver variables(Member member, LocalDate today) {
    var date = today.toString();
    var row = Row.of(members, member.row(), date);
    return name -> Optional.of(name.equals("member") ? row : date);
  }

  private Projected project(
      Member member, CelVariableResolver variables, Collection<UnknownCode> unknown) {
    var email = Identity.email(formulas.email().compute(variables));
    var externalId = Identity.externalId(formulas.externalId().compute(variables));
    return email
        .objection()
        .or(externalId::objection)
        .<Projected>map(reason -> new Projected.Skipped(member.id(), email.text(), reason))
        .orElseGet(() -> {
          var draft = new ContactDraft();
          draft.put(FieldName.ROLE, new Value.Text("user"));
          draft.put(FieldName.EMAIL, new Value.Email(email.text()), email);
          draft.put(FieldName.EXTERNAL_ID, new Value.Text(externalId.text()), externalId);
          formulas
              .others()
              .forEach((field, formula) -> draft.fill(field, formula.compute(variables)));
          return new Projected.Ready(
              draft.wanted(member.id()), List.copyOf(unknown), List.of(), draft.misdeclared());
        });
  }

  /// The expression of each mapped field, as in the settings.
  public SortedMap<FieldName, Expression> expressions() {
    return expressions;
  }

  /// The texts that each custom attribute can have, as far as its expression tells.
  public SortedMap<FieldName, PossibleTexts> possibleTexts() {
    return formulas.possibleTexts();
  }

  /// The columns of the member's row that its e-mail and its external id are made of.
  Identifying identifying() {
    return new Identifying(formulas.email().columns(), formulas.externalId().columns());
  }

  /// @param email names of columns and joins
  /// @param externalId names of columns and joins
  record Identifying(Set<String> email, Set<String> externalId) {}

  /// The fields that are computed from a join.
  public Set<FieldName> fieldsOf(String join) {
    return formulas.using(join);
  }

  /// The custom attributes that are written, with their kinds of value.
  public SortedMap<FieldName, ValueKind> attributes() {
    return formulas.attributes();
  }
}
