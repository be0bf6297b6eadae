package org.rollcall.cli;

import org.rollcall.model.Rate;

/// What the command line says about the demo.
///
/// @param members eligible members in the sample roster; at least 1
/// @param rate how fast the stand-in Intercom may be called
public record DemoOptions(int members, Rate rate) {}
