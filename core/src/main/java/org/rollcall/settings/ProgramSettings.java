package org.rollcall.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.rollcall.model.Privacy;
import org.rollcall.model.SyncName;
import org.snakeyaml.engine.v2.nodes.Node;

/// The settings of the whole program, apart from its syncs. The text is parsed once. Each part is
/// read on request, so that a command needs only the variables that it uses; the history, for
/// example, is read without the roster's key. Thread-safe.
///
/// Every method throws [SettingsException] with all mistakes of its part.
public final class ProgramSettings {
  private final SettingsText text;
  private final Map<String, String> environment;
  private final Optional<Node> root;
  private final Problems unparsed = new Problems();

  /// @param environment the variables for `${NAME}`
  public ProgramSettings(SettingsText text, Map<String, String> environment) {
    this.text = text;
    this.environment = Map.copyOf(environment);
    this.root = Yaml.parse(new Context(text, environment, unparsed));
  }

  /// Where runs are stored.
  public StoreSettings store() {
    return part(StoreSettings::read);
  }

  /// Where the service answers.
  public ServerSettings server() {
    return part(ServerSettings::read);
  }

  /// Who is told how runs ended.
  public List<Notify> notifiers() {
    return part(NotifyReader::read);
  }

  /// Where the page of a run can be seen by those who are told; empty if the settings do not say.
  public Optional<ReportUrl> reportUrl() {
    return part(NotifyReader::reportUrl);
  }

  /// The access token of the workspace, where the text is a sync's.
  public Secret token() {
    return part(
            root -> {
              var token = IntercomReader.read(root).token();
              token.missing().ifPresent(root.self().context().problems()::add);
              return token;
            })
        .required();
  }

  /// What logs show of people; empty if the settings do not say.
  public Optional<Privacy> privacy() {
    return part(SettingsReader::privacy);
  }

  /// The files of the syncs by name, in the order of the file. The paths are as written, relative
  /// to the file. Empty if the file itself is the only sync.
  public SequencedMap<SyncName, String> syncs() {
    return part(root ->
        root.optional("syncs")
            .map(field -> {
              var syncs = SyncsReader.read(field);
              onlyOfTheProgram(root);
              return syncs;
            })
            .orElseGet(LinkedHashMap::new));
  }

  /// Reports keys that belong in a sync's own file.
  private static void onlyOfTheProgram(Section root) {
    List.of("store", "server", "notify", "report_url", "privacy").forEach(root::optional);
    root.close();
  }

  private <T> T part(Function<Section, T> reader) {
    unparsed.refuse();
    var context = new Context(text, environment, new Problems());
    var part = reader.apply(new Field(context, "", root.orElseThrow()).section());
    context.problems().refuse();
    return part;
  }
}
