package org.rollcall.bench;

/// Who is measured.
enum Side {
  ROLLCALL("Rollcall"),
  SCRIPT("usual script");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
