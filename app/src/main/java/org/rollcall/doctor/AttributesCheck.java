package org.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rollcall.mapping.PossibleTexts;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.ValueKind;
import org.rollcall.run.AttributeCheck;
import org.rollcall.run.Directory;
import org.rollcall.run.RunStopped;
import org.rollcall.survey.Repair;

/// Checks whether the workspace's custom attributes can hold what the mapping yields.
public final class AttributesCheck implements Check {
  private static final String SUBJECT = "Custom attributes";

  private final Map<FieldName, PossibleTexts> yields;
  private final AttributeCheck check;
  private final Directory directory;
  private volatile List<Repair> repairs = List.of();

  /// @param mapped the attributes that are written, and what they will hold
  /// @param yields the texts that can be written to each
  public AttributesCheck(
      Map<FieldName, ValueKind> mapped, Map<FieldName, PossibleTexts> yields, Directory directory) {
    this.yields = Map.copyOf(yields);
    this.check = new AttributeCheck(mapped);
    this.directory = directory;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    try {
      return judged(directory.attributes());
    } catch (RunStopped stopped) {
      return List.of(
          new Finding.Wrong(SUBJECT, Objects.requireNonNullElse(stopped.getMessage(), ""), ""));
    }
  }

  /// The attributes that the last check found missing; none before the first check.
  public List<Repair> repairs() {
    return repairs;
  }

  private List<Finding> judged(List<DataAttribute> attributes) {
    var missing = check.missing(attributes);
    repairs =
        missing.entrySet().stream()
            .map(each -> new Repair(each.getKey(), each.getValue()))
            .toList();
    var findings = new ArrayList<Finding>();
    for (var problem : check.problems(attributes)) {
      findings.add(new Finding.Wrong(SUBJECT, problem, ""));
    }
    findings.addAll(lists(attributes));
    if (findings.stream().allMatch(Finding.Good.class::isInstance)) {
      findings.addFirst(
          new Finding.Good(SUBJECT, "All attributes that the mapping writes exist and fit."));
    }
    return findings;
  }

  /// Looks at each list that the mapping writes.
  private List<Finding> lists(List<DataAttribute> attributes) {
    var findings = new ArrayList<Finding>();
    for (var attribute : attributes) {
      var yielded = yields.get(FieldName.attribute(attribute.name()));
      if (yielded != null && !attribute.archived() && !attribute.options().isEmpty()) {
        findings.add(new ListFit(SUBJECT, attribute, yielded).finding());
      }
    }
    return findings;
  }
}
