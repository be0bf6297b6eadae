package org.rollcall.mapping;

import dev.cel.runtime.CelVariableResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

/// Makes the contact that a member should have, by the expressions of the settings. A function of
/// the roster's row and the date, and of nothing else. Safe for many threads.
public final class Projection {
  private final Table members;
  private final Formulas formulas;
  private final SortedMap<FieldName, Expression> expressions;

  Projection(Table members, Formulas formulas, SortedMap<FieldName, Expression> expressions) {
    this.members = members;
    this.formulas = formulas;
    this.expressions = expressions;
  }

  /// The projection of these settings, with every expression checked.
  ///
  /// @throws SettingsException with every mistake in them
  public static Projection of(Mapping mapping) {
    var problems = new ArrayList<Problem>();
    return new Compilation(mapping, problems)
        .projection()
        .orElseThrow(() -> new SettingsException(problems));
  }

  /// What `member` should look like in Intercom. Never throws for what the roster holds: a field
  /// that cannot be mapped is left alone, with a warning, and a member without an identity or an
  /// address is skipped, with a reason.
  ///
  /// @param today decides which rows are current
  public Projected project(Member member, LocalDate today) {
    var unknown = new LinkedHashSet<UnknownCode>();
    return Unknown.collect(unknown, () -> project(member, variables(member, today), unknown));
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
          var filling = new Filling();
          filling.put(FieldName.ROLE, new Value.Text("user"));
          filling.put(FieldName.EMAIL, new Value.Email(email.text()));
          filling.put(FieldName.EXTERNAL_ID, new Value.Text(externalId.text()));
          formulas
              .others()
              .forEach((field, formula) -> filling.fill(field, formula.compute(variables)));
          return new Projected.Ready(filling.wanted(member.id()), List.copyOf(unknown));
        });
  }

  /// What each mapped field is computed by, as the settings write it.
  public SortedMap<FieldName, Expression> expressions() {
    return expressions;
  }

  /// The texts that each custom attribute can be given, as far as its expression says so.
  public SortedMap<FieldName, Yields> yields() {
    return formulas.yields();
  }

  /// The custom attributes that are written, and what they will hold.
  public SortedMap<FieldName, ValueKind> attributes() {
    return formulas.attributes();
  }
}
