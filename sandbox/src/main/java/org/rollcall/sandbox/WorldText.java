package org.rollcall.sandbox;

import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Writes a world as text that [WorldFile] can read again.
public final class WorldText {
  private WorldText() {}

  /// The world as YAML: all contacts, visible or hidden, and the attributes. It leaves out the
  /// behaviour and the faults, which are not part of the world.
  public static String of(World world) {
    var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    var file = new LinkedHashMap<String, Object>();
    file.put("workspace", world.workspace().id());
    file.put("name", world.workspace().name());
    file.put("region", world.workspace().region());
    file.put("token", world.workspace().token());
    file.put("attributes", world.attributes().stream().map(AttributeYaml::write).toList());
    file.put("contacts", world.contacts().stream().map(ContactYaml::write).toList());
    return new Dump(settings).dumpToString(file);
  }
}
