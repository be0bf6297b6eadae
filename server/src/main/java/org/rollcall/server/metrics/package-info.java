/// The figures of the service, for Prometheus.
@NullMarked
package org.rollcall.server.metrics;

import org.jspecify.annotations.NullMarked;
