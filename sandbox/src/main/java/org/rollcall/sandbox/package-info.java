/// A stand-in for Intercom and a sample roster, for the demo and the tests.
@NullMarked
package org.rollcall.sandbox;

import org.jspecify.annotations.NullMarked;
