package io.cartpulse.admin;

import java.util.List;

import io.cartpulse.alert.Alerts;
import io.cartpulse.audit.AuditLog;
import io.cartpulse.audit.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether alerts come through.
 */
@RestController
@RequestMapping(Api.ROOT + "/alerts")
@Tag(name = "alerts")
class AlertController {

	private final Alerts alerts;

	private final AuditLog audit;

	AlertController(Alerts alerts, AuditLog audit) {
		this.alerts = alerts;
		this.audit = audit;
	}

	@PostMapping("/test")
	@Operation(operationId = "testAlerts", summary = "Sends a test message to all who get alerts, past all that waits",
			description = "Needs the role ADMIN. Without a token of Telegram it goes to the log.")
	List<Alerts.TestResult> test(@Parameter(hidden = true) Caller caller) {
		return this.audit.audited(caller, "alert.test", "all recipients", "", () -> this.alerts.test(caller.name()));
	}

}
