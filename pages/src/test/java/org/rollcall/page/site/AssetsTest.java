package org.rollcall.page.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The files that pages load.
class AssetsTest {
  @Test
  void all_that_a_page_loads_comes_from_the_service_itself() {
    for (var asset : Assets.all()) {
      var text = new String(asset.content(), StandardCharsets.UTF_8);
      assertThat(text).as(asset.name()).isNotBlank();
      assertThat(text).as(asset.name()).doesNotContain("@import", "url(http", "sourceMappingURL");
      assertThat(asset.path()).matches("/assets/[0-9a-f]{16}/" + asset.name());
    }
  }

  @Test
  void an_unknown_file_is_a_mistake() {
    assertThatThrownBy(() -> Assets.path("other.css")).hasMessageContaining("other.css");
  }
}
