package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.Rate;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsText;

class SampleSettingsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DATABASE_URL", "postgresql://club@db.example.org/club");

  @Test
  void they_are_the_built_in_settings_with_names_for_the_sample_rosters_codes() {
    var builtIn = read(SettingsText.builtIn());
    var sample = read(new SettingsText(SampleSettings.NAME, SampleSettings.text()));

    assertThat(sample.mapping().roster()).isEqualTo(builtIn.mapping().roster());
    assertThat(sample.mapping().contact().toString())
        .isEqualTo(builtIn.mapping().contact().toString());
    assertThat(sample.mapping().conditions().toString())
        .isEqualTo(builtIn.mapping().conditions().toString());
    assertThat(sample.policy()).isEqualTo(builtIn.policy());
    assertThat(sample.safeguard()).isEqualTo(builtIn.safeguard());
    assertThat(sample.intercom().rate()).isEqualTo(builtIn.intercom().rate());
    assertThat(names(builtIn)).isEmpty();
    var names = names(sample);
    assertThat(
            SampleRoster.of(500)
                .people()
                .flatMap(person -> person.positions().stream())
                .map(SamplePerson.Position::type))
        .isNotEmpty()
        .allMatch(code -> names.containsKey(code) || names.containsValue(code));
  }

  @Test
  void they_take_another_rate() {
    var fast = SampleSettings.at(new Rate(1667, Duration.ofSeconds(10)));
    assertThat(fast).contains("\n  rate: 1667/10s\n");
  }

  @Test
  void they_name_one_sandbox_instead_of_the_environment() {
    var text = SampleSettings.of(URI.create("http://127.0.0.1:4010"), "it's#1:");
    var definition = SyncDefinition.read(new SettingsText("try.yaml", text), ENVIRONMENT);

    assertThat(definition.settings().intercom().url()).isEqualTo("http://127.0.0.1:4010");
    assertThat(definition.settings().requireToken().value()).isEqualTo("it's#1:");
  }

  private static Map<String, String> names(Settings settings) {
    assertThat(settings.mapping().vocabularies()).containsOnlyKeys("positions");
    return settings.mapping().vocabularies().firstEntry().getValue().names();
  }

  private static Settings read(SettingsText text) {
    return SyncDefinition.read(text, ENVIRONMENT).settings();
  }
}
