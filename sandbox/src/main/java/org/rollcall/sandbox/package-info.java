/// A stand-in Intercom and a sample roster: what the demo and the tests run against.
@NullMarked
package org.rollcall.sandbox;

import org.jspecify.annotations.NullMarked;
