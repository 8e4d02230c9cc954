package io.cartpulse.admin;

import io.cartpulse.doctor.Diagnosis;
import io.cartpulse.doctor.Doctor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether everything is in order.
 */
@RestController
@RequestMapping(Api.ROOT + "/doctor")
@Tag(name = "doctor")
class DoctorController {

	private final Doctor doctor;

	DoctorController(Doctor doctor) {
		this.doctor = doctor;
	}

	@GetMapping
	@Operation(operationId = "askDoctor", summary = "Checks all that the pipeline needs, each ok, warn or fail")
	Diagnosis examine() {
		return this.doctor.examine();
	}

}
