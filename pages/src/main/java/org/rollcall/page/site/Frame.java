package org.rollcall.page.site;

import java.util.List;
import java.util.Optional;

/// What stands around the content of a page.
///
/// @param title what the page is about
/// @param place where it is in the menu
/// @param visitor empty where nobody has signed in
/// @param syncs the names of all, in the order of the settings
/// @param notice what was just done, as a sentence; `""` for nothing
public record Frame(
    String title, Place place, Optional<Visitor> visitor, List<String> syncs, String notice) {
  /// The entries of the menu.
  public enum Place {
    OVERVIEW("/", "menu.overview"),
    MEMBERS("/members", "menu.members"),
    NOTICES("/notices", "menu.notices"),
    IGNORED("/ignored", "menu.ignored"),
    ORPHANS("/orphans", "menu.orphans"),
    DUPLICATES("/duplicates", "menu.duplicates"),
    SETUP("/setup", "menu.setup"),
    /// A page that is not in the menu.
    NONE("", "");

    private final String path;
    private final String key;

    Place(String path, String key) {
      this.path = path;
      this.key = key;
    }

    public String path() {
      return path;
    }

    /// What the menu calls it; not for [#NONE].
    public String words() {
      return Text.text(key);
    }
  }

  public Frame {
    syncs = List.copyOf(syncs);
  }

  /// The menu.
  public List<Place> menu() {
    return visitor.isEmpty()
        ? List.of()
        : List.of(
            Place.OVERVIEW,
            Place.MEMBERS,
            Place.NOTICES,
            Place.IGNORED,
            Place.ORPHANS,
            Place.DUPLICATES,
            Place.SETUP);
  }

  /// Whether whoever looks may start and stop runs.
  public boolean mayOperate() {
    return visitor.filter(Visitor::mayOperate).isPresent();
  }

  /// Whether whoever looks may see to the service itself.
  public boolean mayAdminister() {
    return visitor.filter(Visitor::mayAdminister).isPresent();
  }

  /// What the forms of the page carry.
  public String formToken() {
    return visitor.map(Visitor::formToken).orElse("");
  }
}
