/// The demo as a service: three invented unions, and a year of their nights.
@NullMarked
package org.rollcall.demo;

import org.jspecify.annotations.NullMarked;
