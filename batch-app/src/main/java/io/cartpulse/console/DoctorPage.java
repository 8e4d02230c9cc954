package io.cartpulse.console;

import io.cartpulse.doctor.Doctor;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Whether everything is in order.
 */
@ConsoleController
class DoctorPage {

	private final Doctor doctor;

	DoctorPage(Doctor doctor) {
		this.doctor = doctor;
	}

	@GetMapping("/doctor")
	String examine(Model model) {
		model.addAttribute("diagnosis", this.doctor.examine());
		return "console/doctor";
	}

}
