package org.rollcall.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.rollcall.model.Policy;
import org.rollcall.model.Policy.Duplicates;
import org.rollcall.model.Policy.Leads;
import org.rollcall.model.Privacy;
import org.rollcall.model.Thresholds;

/// Reads the whole file part by part, and rejects it if any part reports a problem.
///
/// @param judge called at most once, for the mapping
/// @param place the purpose of the file
record SettingsReader(
    Map<String, String> environment, Function<Mapping, List<Problem>> judge, Place place) {
  /// The purpose of a settings file.
  enum Place {
    /// It is the only file.
    ALONE,
    /// Another file names it, and has the settings of the whole program.
    NAMED
  }

  private static final List<String> OF_THE_PROGRAM =
      List.of("store", "server", "notify", "report_url", "syncs");

  private static final int MOST = 100_000_000;

  Settings read(SettingsText text) {
    var context = new Context(text, environment, new Problems());
    var settings =
        Yaml.parse(context).map(root -> settings(new Field(context, "", root).section()));
    context.problems().refuse();
    return settings.orElseThrow();
  }

  private Settings settings(Section root) {
    refuseWhatIsOfTheProgram(root);
    var source = SourceReader.read(root);
    var mapping = mapping(root, source.schema());
    var settings =
        new Settings(
            source,
            mapping,
            IntercomReader.read(root),
            policy(root, LeaversReader.of(root, mapping)),
            safeguard(root),
            root.wholeNumber("batch_size", 100, 1, 10_000),
            limit(root),
            privacy(root),
            StoreSettings.read(root),
            UpkeepReader.read(root, source),
            NotifyReader.read(root));
    // Only the whole program uses them, but a mistake in them is told with all others.
    var _ = NotifyReader.reportUrl(root);
    var _ = ServerSettings.read(root);
    root.close();
    return settings;
  }

  static Optional<Privacy> privacy(Section root) {
    return root.optional("privacy").flatMap(field -> field.word(Privacy.class));
  }

  private void refuseWhatIsOfTheProgram(Section root) {
    switch (place) {
      case ALONE -> {}
      case NAMED ->
          OF_THE_PROGRAM.forEach(key ->
              root.optional(key)
                  .ifPresent(field ->
                      field.report(
                          "%s belongs to the whole program; expected it in the file that names this one under syncs"
                              .formatted(key))));
    }
  }

  /// Passes the mapping to the judge only if its form is right; otherwise the judge would report
  /// the same mistake again.
  private Mapping mapping(Section root, String schema) {
    var problems = root.self().context().problems();
    int before = problems.count();
    var mapping = MappingReader.read(root, schema);
    if (problems.count() == before) {
      problems.addAll(judge.apply(mapping));
    }
    return mapping;
  }

  private static Policy policy(Section root, LeaversReader leavers) {
    var identity = root.optional("identity").map(Field::section);
    var policy =
        new Policy(
            root.word("duplicates", Duplicates.class, Policy.DEFAULT.duplicates()),
            root.word("leads", Leads.class, Policy.DEFAULT.leads()),
            identity
                .map(IdentityReader::unknownExternalId)
                .orElse(Policy.DEFAULT.unknownExternalId()),
            leavers.ineligible(),
            leavers.orphans());
    identity.ifPresent(Section::close);
    return policy;
  }

  private static Thresholds safeguard(Section root) {
    return root.optional("safeguard")
        .map(Field::section)
        .map(SettingsReader::thresholds)
        .orElse(Thresholds.DEFAULT);
  }

  private static Thresholds thresholds(Section section) {
    var usual = Thresholds.DEFAULT;
    var thresholds =
        new Thresholds(
            section.share("creates", usual.creates()),
            section.share("updates", usual.updates()),
            section.share("archives", usual.archives()),
            section.share("clears", usual.clears()),
            section.share("identity", usual.identity()),
            section.share("moves", usual.moves()),
            section.share("shrink", usual.shrink()),
            section.wholeNumber("floor", usual.floor(), 0, MOST));
    section.close();
    return thresholds;
  }

  private static OptionalInt limit(Section root) {
    return root.optional("limit")
        .map(field -> field.wholeNumber(1, MOST))
        .orElse(OptionalInt.empty());
  }
}
