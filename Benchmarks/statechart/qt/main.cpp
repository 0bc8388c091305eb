// Runs Qt's machine: matter CHART check EVENT… or matter CHART WAY EVENT…
//
// CHART is "compiled" or a file to read. check prints the active states after the start and after each event. A WAY
// uses only the public interface, and prints nanoseconds per macrostep, one line for each repetition:
//   single   submits and processes each event before the next one
//   cycle    submits the events of a cycle together, and then processes them
//   within   submits the next cycle in a slot of the machine's own signal, while events are processed, so that Qt
//            does not post a call for each event
#include "matter.h"
#include "mattermodel.h"

#include <QCoreApplication>
#include <QScxmlStateMachine>
#include <QTextStream>

#include <chrono>
#include <memory>

namespace {

// Processes the submitted events. QCoreApplication::processEvents would also check timers and sockets.
void process()
{
    QCoreApplication::sendPostedEvents();
}

QStringList active(const QScxmlStateMachine &machine)
{
    QStringList names = machine.activeStateNames(false);
    names.sort();
    return names;
}

void submit(QScxmlStateMachine &machine, const QStringList &events)
{
    for (const QString &event : events)
        machine.submitEvent(event);
}

class Driver
{
public:
    Driver(QScxmlStateMachine &machine, const QStringList &events, const QString &way)
        : m_machine(machine), m_events(events), m_way(way)
    {
        // A cycle exits this state once, at its last event.
        if (m_way == QLatin1String("within")) {
            m_machine.connectToState(QStringLiteral("delivered"), &m_machine, [this](bool entered) {
                if (!entered && --m_left > 0)
                    submit(m_machine, m_events);
            });
        }
    }

    double seconds(long cycles)
    {
        const auto start = std::chrono::steady_clock::now();
        if (m_way == QLatin1String("single")) {
            for (long cycle = 0; cycle < cycles; ++cycle) {
                for (const QString &event : m_events) {
                    m_machine.submitEvent(event);
                    process();
                }
            }
        } else if (m_way == QLatin1String("cycle")) {
            for (long cycle = 0; cycle < cycles; ++cycle) {
                submit(m_machine, m_events);
                process();
            }
        } else {
            m_left = cycles;
            submit(m_machine, m_events);
            process();
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    // Says whether the run has finished all cycles.
    bool isDone() const { return m_left == 0; }

private:
    QScxmlStateMachine &m_machine;
    const QStringList m_events;
    const QString m_way;
    long m_left = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 4)
        qFatal("usage: matter CHART check|single|cycle|within EVENT...");
    const QString way = arguments[2];
    const QStringList events = arguments.mid(3);

    std::unique_ptr<QScxmlStateMachine> machine;
    if (arguments[1] == QLatin1String("compiled"))
        machine = std::make_unique<MatterMachine>();
    else
        machine.reset(QScxmlStateMachine::fromFile(arguments[1]));
    MatterModel model;
    if (arguments[1] == QLatin1String("compiled"))
        machine->setDataModel(&model);
    for (const QScxmlError &error : machine->parseErrors())
        qFatal("%s", qPrintable(error.toString()));
    if (!machine->init())
        qFatal("the machine does not start");
    machine->start();
    process();

    if (way == QLatin1String("check")) {
        out << "start: " << active(*machine).join(' ') << '\n';
        for (const QString &event : events) {
            machine->submitEvent(event);
            process();
            out << event << ": " << active(*machine).join(' ') << '\n';
        }
        return 0;
    }

    const QStringList first = active(*machine);
    Driver driver(*machine, events, way);
    // The warm-up also finds how many cycles make a repetition long enough to measure.
    long cycles = 1;
    double taken = 0;
    while ((taken = driver.seconds(cycles)) < 0.1)
        cycles *= 2;
    cycles = long(double(cycles) * 0.25 / taken) + 1;
    for (int repetition = 0; repetition < 3; ++repetition)
        out << driver.seconds(cycles) * 1e9 / double(cycles) / double(events.size()) << '\n';
    if (active(*machine) != first || !driver.isDone())
        qFatal("the cycle does not lead back to where it began");
    return 0;
}
