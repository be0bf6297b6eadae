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

/// What a settings file says of the program around its syncs. The text is parsed once. Each part is
/// read when somebody asks for it, so that a command needs only the variables of what it uses: the
/// history is read without the roster's key. For many threads.
///
/// Every method throws [SettingsException] with every mistake of its part.
public final class ProgramSettings {
  private final SettingsText text;
  private final Map<String, String> environment;
  private final Optional<Node> root;
  private final Problems unparsed = new Problems();

  /// @param environment where `${NAME}` is looked up
  public ProgramSettings(SettingsText text, Map<String, String> environment) {
    this.text = text;
    this.environment = Map.copyOf(environment);
    this.root = Yaml.parse(new Context(text, environment, unparsed));
  }

  /// Where runs are remembered.
  public StoreSettings store() {
    return part(StoreSettings::read);
  }

  /// Who is told how runs ended.
  public List<Notify> notifiers() {
    return part(NotifyReader::read);
  }

  /// What logs show of people; empty where the settings do not say.
  public Optional<Privacy> privacy() {
    return part(SettingsReader::privacy);
  }

  /// The files of the syncs by their names, in the order of the file and as they are written there,
  /// relative to it. Empty where the file is itself the one sync there is.
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

  /// What belongs to one sync stands in the sync's own file.
  private static void onlyOfTheProgram(Section root) {
    List.of("store", "notify", "privacy").forEach(root::optional);
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
