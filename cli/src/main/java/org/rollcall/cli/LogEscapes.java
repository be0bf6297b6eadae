package org.rollcall.cli;

import net.logstash.logback.decorate.TokenStreamFactoryBuilderDecorator;
import org.rollcall.json.JsonEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// Has the JSON log write what is not printable as an escape, as all JSON does.
final class LogEscapes
    implements TokenStreamFactoryBuilderDecorator<JsonFactory, JsonFactoryBuilder> {
  @Override
  public JsonFactoryBuilder decorate(JsonFactoryBuilder factory) {
    return factory.characterEscapes(new JsonEscapes());
  }
}
