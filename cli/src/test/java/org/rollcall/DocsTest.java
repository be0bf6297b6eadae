package org.rollcall;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.support.Pages;

/// The pages hang together.
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void every_link_between_pages_leads_somewhere() throws IOException {
    for (var page : Pages.all()) {
      for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
        var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertThat(target.normalize()).as("linked from " + page).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as("linked from " + page).contains(link.group(2));
        }
      }
    }
  }

  @Test
  void the_tests_that_confirm_a_decision_exist() throws IOException {
    for (var page : Pages.all()) {
      for (var test : TEST.matcher(Files.readString(page)).results().toList()) {
        var source = Pages.sources("src/test/java", "/" + test.group(1) + ".java").toList();
        assertThat(source).as("%s, named by %s", test.group(1), page).isNotEmpty();
        if (test.group(2) != null) {
          assertThat(source.getFirst()).as("named by " + page).contains(test.group(2) + "(");
        }
      }
    }
  }

  /// The names that GitHub gives to a page's headings.
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(toSet());
  }
}
