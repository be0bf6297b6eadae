package org.rollcall.acceptance;

import org.rollcall.acceptance.Stage.Ran;

/// A way in to the roster.
enum Way {
  REST {
    @Override
    Ran run(Stage stage, String... arguments) {
      return stage.rollcall(arguments);
    }
  },
  POSTGRES {
    @Override
    Ran run(Stage stage, String... arguments) {
      return stage.rollcallOverPostgres(arguments);
    }
  };

  abstract Ran run(Stage stage, String... arguments);
}
