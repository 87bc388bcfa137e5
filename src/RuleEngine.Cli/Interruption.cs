using System.Runtime.InteropServices;

namespace RuleEngine.Cli;

/// <summary>While it lasts, the signals that end a program ask for something else first; the second one ends it.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private bool _isAsked;

    public Interruption(Action ask)
    {
        _registrations = Array.ConvertAll((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP], signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = !_isAsked;
            _isAsked = true;
            ask();
        }));
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
